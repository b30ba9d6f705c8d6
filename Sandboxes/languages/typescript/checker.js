'use strict';
// The compiler as a snapshot of Node.js' heap, with the declarations of the library read and bound: what is left to do
// for a submission is to check the submission. It is tsc with the options of the profile, in the same words.
//
// When the snapshot is made: SAMPLE TSC DECLARATIONS. When it is used: the sources.
const fs = require('fs');
const path = require('path');
const v8 = require('v8');

const [sample, tsc, declarations] = process.argv.slice(-3);
const library = path.join(path.dirname(path.dirname(tsc)), 'lib');

// What a snapshot is made of may require nothing but what Node.js brings; so the compiler is read as a text.
const file = path.join(library, 'typescript.js');
const compiler = { exports: {} };
new Function('module', 'exports', 'require', '__filename', '__dirname', fs.readFileSync(file, 'utf8'))(
    compiler, compiler.exports, require, file, library);
const ts = compiler.exports;

const options = {
    target: ts.ScriptTarget.ES2020,
    lib: ['lib.es2020.d.ts'],
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.NodeJs,
    esModuleInterop: true,
    skipLibCheck: true,
    // No declarations but ours, whatever is installed.
    typeRoots: ['/nowhere'],
    noEmitOnError: true,
};

// What never changes is read once; the compiler itself shares such files between programs with the same options.
const read = new Map();
const isLasting = (name) => name === declarations || name.startsWith(path.join(library, 'lib.'));

function compile(sources) {
    const host = ts.createCompilerHost(options);
    const readAnew = host.getSourceFile;
    host.getSourceFile = (name, ...rest) => {
        if (!isLasting(name)) return readAnew.call(host, name, ...rest);
        if (!read.has(name)) read.set(name, readAnew.call(host, name, ...rest));
        return read.get(name);
    };
    host.getDefaultLibLocation = () => library;
    host.getDefaultLibFileName = (given) => path.join(library, ts.getDefaultLibFileName(given));
    const program = ts.createProgram([declarations, ...sources], options, host);
    const emitted = program.emit();
    const found = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program).concat(emitted.diagnostics));
    return { host, found };
}

// The functions that this calls are compiled in the snapshot.
if (compile([sample]).found.length > 0) throw new Error(`${sample} does not compile`);

v8.startupSnapshot.setDeserializeMainFunction(() => {
    const { host, found } = compile(process.argv.slice(1));
    process.stdout.write(ts.formatDiagnostics(found, host));
    process.exitCode = found.some((one) => one.category === ts.DiagnosticCategory.Error) ? 2 : 0;
});
