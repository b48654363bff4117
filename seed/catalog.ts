import type { Uom } from '@selvedge/directus/model/units.ts';

export interface SeedQuality {
  readonly code: string;
  readonly name: string;
  readonly composition: string;
  readonly widthCm: number;
  readonly weightGsm: number;
  readonly allowedUoms: readonly Uom[];
  /** List price per meter (or per piece/roll) in USD. */
  readonly listPriceUsd: string;
}

const FAMILIES = [
  ['SATEEN', 'Saten', '%100 pamuk', 148, 125, 3.4],
  ['POPLIN', 'Poplin', '%100 pamuk', 150, 115, 2.6],
  ['TWILL', 'Gabardin', '%97 pamuk %3 elastan', 145, 240, 4.1],
  ['DENIM', 'Denim', '%98 pamuk %2 elastan', 152, 380, 5.2],
  ['LINEN', 'Keten', '%55 keten %45 viskon', 140, 190, 6.8],
  ['VISCOSE', 'Viskon', '%100 viskon', 145, 130, 2.9],
  ['CREPE', 'Krep', '%100 polyester', 150, 160, 2.3],
  ['JERSEY', 'Süprem', '%95 pamuk %5 elastan', 180, 180, 3.1],
  ['VELVET', 'Kadife', '%90 polyester %10 elastan', 155, 290, 7.4],
  ['JACQUARD', 'Jakar', '%60 pamuk %40 polyester', 280, 320, 9.6],
] as const;
const VARIANTS = [100, 120, 150, 180, 210, 240] as const;

/** Sixty qualities: ten families in six weights. Jacquards sell by the roll too, velvets by the roll only. */
export function seedQualities(): SeedQuality[] {
  return FAMILIES.flatMap(([family, name, composition, width, weight, price]) =>
    VARIANTS.map((variant, i) => ({
      code: `${family}-${variant}`,
      name: `${name} ${variant}`,
      composition,
      widthCm: width,
      weightGsm: weight + i * 8,
      allowedUoms: family === 'VELVET' ? (['roll'] as const) : family === 'JACQUARD' ? (['meter', 'roll'] as const) : (['meter'] as const),
      listPriceUsd: (family === 'VELVET' ? price * 50 : price + i * 0.15).toFixed(2),
    })),
  );
}

export const CUSTOMER_NAMES = [
  'Ege Konfeksiyon',
  'Anadolu Giyim',
  'Bosfor Tekstil',
  'Çınar Moda',
  'Işıl Triko',
  'Şafak Tekstil',
  'Güneş Konfeksiyon',
  'Ödemiş Örme',
  'Üsküdar Giyim',
  'İzmir Moda Evi',
  'Kuzey Rüzgârı',
  'Marmara Dikim',
  'Pamukkale Home',
  'Truva Fashion',
  'Nilüfer Ev Tekstili',
  'Defne Butik',
  'Atlas Workwear',
  'Berlin Stoffe GmbH',
  'Milano Tessuti SpA',
  'Nordic Linen AB',
  'Lyon Mode SARL',
  'Iberia Textil SL',
  'Balkan Apparel',
  'Karadeniz Giyim',
  'Toros Tekstil',
  'Fırat Konfeksiyon',
  'Dicle Moda',
  'Akdeniz Giyim',
  'Lale Kumaş',
  'Zeytin Dalı Tekstil',
  'Yakamoz Mayo',
  'Kapadokya Home',
  'Erciyes Workwear',
  'Uludağ Outdoor',
  'Manolya Gelinlik',
  'Papatya Çocuk',
  'Selvi Perde',
  'Mercan Nevresim',
  'Kırmızı Kalem Giyim',
] as const;
