let audio: AudioContext | null = null;

/** A high tone for yes, two low ones for no: heard without looking at the screen. */
export function playResult(isGood: boolean): void {
  try {
    audio ??= new AudioContext();
    if (isGood) beep(audio, 1_320, 0, 0.09);
    else {
      beep(audio, 220, 0, 0.16);
      beep(audio, 180, 0.2, 0.24);
    }
  } catch {
    // No sound on this device; colour and word say the same.
  }
}

function beep(context: AudioContext, frequency: number, afterSeconds: number, seconds: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const start = context.currentTime + afterSeconds;
  oscillator.frequency.value = frequency;
  oscillator.type = 'square';
  gain.gain.setValueAtTime(0.06, start);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}
