// Parses the scripts that it gets, and runs none of them. Reflect.parse, which knows their names and lines, is not told
// of each new piece of syntax; what only it refuses is no mistake.
const {GLib} = imports.gi;

for (const name of ARGV) {
    const text = new TextDecoder().decode(GLib.file_get_contents(name)[1]).replace(/^#!.*/, '');
    try {
        Reflect.parse(text, {source: name});
    } catch (mistake) {
        try {
            new Function(text);
        } catch (_) {
            printerr(`${name}:${mistake.lineNumber}: ${mistake.message}`);
            imports.system.exit(1);
        }
    }
}
