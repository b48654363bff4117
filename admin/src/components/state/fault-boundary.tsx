import { Component, type ReactNode } from 'react';
import { errorIn, type ServerError } from '../../api/server-error.ts';
import { ErrorState } from './error-state.tsx';

interface FaultBoundaryProps {
  /** A change of it (another page, another record) clears the fault. */
  place: string;
  children: ReactNode;
}

interface FaultState {
  fault: ServerError | null;
  place: string;
}

/** A fault of one part leaves the rest of the screen alone. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultState> {
  override state: FaultState = { fault: null, place: this.props.place };

  static getDerivedStateFromError(thrown: unknown): Partial<FaultState> {
    return { fault: errorIn(thrown) };
  }

  static getDerivedStateFromProps({ place }: FaultBoundaryProps, state: FaultState): Partial<FaultState> | null {
    return place === state.place ? null : { fault: null, place };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault ? <ErrorState error={fault} onRetry={() => this.setState({ fault: null })} /> : this.props.children;
  }
}
