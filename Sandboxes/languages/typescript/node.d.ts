// What a solution may use of Node.js, declared loosely: enough to read input and write output without installing the
// full declarations, which belong to no package of the system. Modules that are not named here are of type any.

interface AssayReadable {
    on(event: string, listener: (...values: any[]) => void): this;
    once(event: string, listener: (...values: any[]) => void): this;
    setEncoding(encoding: string): this;
    read(size?: number): any;
    resume(): this;
    pause(): this;
    pipe(target: any): any;
    fd: number;
    isTTY?: boolean;
    [Symbol.asyncIterator](): AsyncIterableIterator<any>;
}

interface AssayWritable {
    write(text: string | Uint8Array, ...rest: any[]): boolean;
    end(...values: any[]): any;
    on(event: string, listener: (...values: any[]) => void): this;
    once(event: string, listener: (...values: any[]) => void): this;
    fd: number;
    isTTY?: boolean;
}

interface Buffer extends Uint8Array {
    toString(encoding?: string, start?: number, end?: number): string;
    readInt32LE(offset?: number): number;
    readUInt32LE(offset?: number): number;
    [name: string]: any;
}

// Variables of type any: a solution that declares one of them itself in the usual way (declare var require: any) may.
declare var console: any;
declare var process: any;
declare var Buffer: any;
declare var performance: any;
declare var require: any;
declare var module: any;
declare var exports: any;
declare var global: any;
declare var __filename: string;
declare var __dirname: string;

declare function setTimeout(callback: (...values: any[]) => void, delay?: number, ...values: any[]): any;
declare function setInterval(callback: (...values: any[]) => void, delay?: number, ...values: any[]): any;
declare function setImmediate(callback: (...values: any[]) => void, ...values: any[]): any;
declare function clearTimeout(timer: any): void;
declare function clearInterval(timer: any): void;
declare function clearImmediate(timer: any): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<Value>(value: Value): Value;

declare class TextEncoder {
    encode(text?: string): Uint8Array;
}
declare class TextDecoder {
    constructor(encoding?: string, options?: any);
    decode(bytes?: any): string;
}

declare module 'fs' {
    export function readFileSync(path: string | number, options: string | { encoding: string; flag?: string }): string;
    export function readFileSync(path: string | number, options?: any): Buffer;
    export function writeFileSync(path: string | number, data: string | Uint8Array, options?: any): void;
    export function appendFileSync(path: string | number, data: string | Uint8Array, options?: any): void;
    export function openSync(path: string, flags?: string | number, mode?: number): number;
    export function closeSync(file: number): void;
    export function readSync(file: number, buffer: Uint8Array, ...rest: any[]): number;
    export function writeSync(file: number, data: string | Uint8Array, ...rest: any[]): number;
    export function existsSync(path: string): boolean;
    export function fstatSync(file: number, options?: any): any;
    export function statSync(path: string, options?: any): any;
    export function createReadStream(path: any, options?: any): AssayReadable;
    export function createWriteStream(path: any, options?: any): AssayWritable;
    export const promises: any;
    export const constants: any;
}
declare module 'node:fs' {
    export * from 'fs';
}

declare module 'readline' {
    export interface Interface {
        on(event: 'line', listener: (line: string) => void): this;
        on(event: string, listener: (...values: any[]) => void): this;
        once(event: 'line', listener: (line: string) => void): this;
        once(event: string, listener: (...values: any[]) => void): this;
        question(query: string, callback: (answer: string) => void): void;
        setPrompt(prompt: string): void;
        prompt(): void;
        pause(): this;
        resume(): this;
        close(): void;
        [Symbol.asyncIterator](): AsyncIterableIterator<string>;
    }
    export function createInterface(input: any, output?: any, ...rest: any[]): Interface;
}
declare module 'node:readline' {
    export * from 'readline';
}

declare module '*';
