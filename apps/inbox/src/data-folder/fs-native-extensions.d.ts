declare module 'fs-native-extensions' {
  /** Locks a part of an open file for this open file alone; false when another open file has it. Ends with the file, and with the process. */
  export function tryLock(fd: number, offset: number, length: number): boolean;
}
