// What a solution may use of Node.js, declared loosely: enough to read input and write output without installing the
// full declarations, which belong to no package of the system. Most modules are of type any.

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

// A name that stands for all of them would stand for files as well that are not there.
declare module 'assert';
declare module 'assert/strict';
declare module 'async_hooks';
declare module 'buffer';
declare module 'child_process';
declare module 'cluster';
declare module 'console';
declare module 'constants';
declare module 'crypto';
declare module 'dgram';
declare module 'diagnostics_channel';
declare module 'dns';
declare module 'dns/promises';
declare module 'domain';
declare module 'events';
declare module 'fs/promises';
declare module 'http';
declare module 'http2';
declare module 'https';
declare module 'inspector';
declare module 'inspector/promises';
declare module 'module';
declare module 'net';
declare module 'os';
declare module 'path';
declare module 'path/posix';
declare module 'path/win32';
declare module 'perf_hooks';
declare module 'process';
declare module 'punycode';
declare module 'querystring';
declare module 'readline/promises';
declare module 'repl';
declare module 'stream';
declare module 'stream/consumers';
declare module 'stream/promises';
declare module 'stream/web';
declare module 'string_decoder';
declare module 'sys';
declare module 'timers';
declare module 'timers/promises';
declare module 'tls';
declare module 'trace_events';
declare module 'tty';
declare module 'url';
declare module 'util';
declare module 'util/types';
declare module 'v8';
declare module 'vm';
declare module 'wasi';
declare module 'worker_threads';
declare module 'zlib';
declare module 'node:assert';
declare module 'node:assert/strict';
declare module 'node:async_hooks';
declare module 'node:buffer';
declare module 'node:child_process';
declare module 'node:cluster';
declare module 'node:console';
declare module 'node:constants';
declare module 'node:crypto';
declare module 'node:dgram';
declare module 'node:diagnostics_channel';
declare module 'node:dns';
declare module 'node:dns/promises';
declare module 'node:domain';
declare module 'node:events';
declare module 'node:fs/promises';
declare module 'node:http';
declare module 'node:http2';
declare module 'node:https';
declare module 'node:inspector';
declare module 'node:inspector/promises';
declare module 'node:module';
declare module 'node:net';
declare module 'node:os';
declare module 'node:path';
declare module 'node:path/posix';
declare module 'node:path/win32';
declare module 'node:perf_hooks';
declare module 'node:process';
declare module 'node:punycode';
declare module 'node:querystring';
declare module 'node:readline/promises';
declare module 'node:repl';
declare module 'node:stream';
declare module 'node:stream/consumers';
declare module 'node:stream/promises';
declare module 'node:stream/web';
declare module 'node:string_decoder';
declare module 'node:sys';
declare module 'node:timers';
declare module 'node:timers/promises';
declare module 'node:tls';
declare module 'node:trace_events';
declare module 'node:tty';
declare module 'node:url';
declare module 'node:util';
declare module 'node:util/types';
declare module 'node:v8';
declare module 'node:vm';
declare module 'node:wasi';
declare module 'node:worker_threads';
declare module 'node:zlib';
declare module 'node:sea';
declare module 'node:sqlite';
declare module 'node:test';
declare module 'node:test/reporters';
// What is in a file of data is nobody's type.
declare module '*.json';
