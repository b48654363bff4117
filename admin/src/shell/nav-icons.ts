import {
  ApiOutlined,
  AuditOutlined,
  CarOutlined,
  ContainerOutlined,
  DollarOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  InboxOutlined,
  KeyOutlined,
  MailOutlined,
  PartitionOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  ScanOutlined,
  TagsOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { PageId } from './nav-items.ts';

export const NAV_ICONS: Record<PageId, ComponentType> = {
  fulfillment: SafetyCertificateOutlined,
  deals: FileTextOutlined,
  customers: TeamOutlined,
  pricing: TagsOutlined,
  payments: DollarOutlined,
  emails: MailOutlined,
  poCommandCenter: ProfileOutlined,
  allocationPlanning: PartitionOutlined,
  allocationEntry: ScanOutlined,
  picking: InboxOutlined,
  shipments: CarOutlined,
  orders: ContainerOutlined,
  invoiceControl: AuditOutlined,
  access: KeyOutlined,
  integration: ApiOutlined,
  audit: FileSearchOutlined,
};
