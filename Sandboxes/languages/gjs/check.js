// Compiles the scripts that it gets as the bodies of functions, whose head takes two lines, and runs none of them.
const {GLib} = imports.gi;

for (const name of ARGV) {
    const text = new TextDecoder().decode(GLib.file_get_contents(name)[1]).replace(/^#!.*/, '');
    try {
        new Function(text);
    } catch (error) {
        printerr(`${name}:${error.lineNumber - 2}: ${error.message}`);
        imports.system.exit(1);
    }
}
