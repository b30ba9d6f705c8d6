/// The Python source that makes a checker of DMOJ in Python an output validator.
///
/// It runs a module with a function `check`; its arguments, behind the three of every validator, are the module's
/// file and one JSON text with what DMOJ passes by name.
enum PythonBridgeSource {
    static let checker = #"""
        import importlib.util
        import json
        import os
        import sys
        import types


        class CheckerResult:
            def __init__(self, passed, points, feedback=None, extended_feedback=None):
                self.passed = passed
                self.points = points
                self.feedback = feedback
                self.extended_feedback = extended_feedback


        class InternalError(Exception):
            pass


        def utf8bytes(text):
            return text.encode('utf-8') if isinstance(text, str) else text


        def utf8text(text, errors='strict'):
            return text.decode('utf-8', errors) if isinstance(text, (bytes, bytearray)) else text


        def module(name, **names):
            made = types.ModuleType(name)
            made.__dict__.update(names)
            sys.modules[name] = made
            if '.' in name:
                parent, own = name.rsplit('.', 1)
                setattr(sys.modules[parent], own, made)


        def tell(directory, name, text):
            if text:
                with open(os.path.join(directory, name), 'w', encoding='utf-8', errors='replace') as file:
                    file.write(str(text))


        module('dmoj')
        module('dmoj.result', CheckerResult=CheckerResult)
        module('dmoj.error', InternalError=InternalError)
        module('dmoj.utils')
        module('dmoj.utils.unicode', utf8bytes=utf8bytes, utf8text=utf8text)

        def submission():
            """The source that was handed in, without what signature grading has put before and beside it."""
            for name in sorted(os.listdir('.')):
                if os.path.isfile(name) and not name.startswith('assay-entry.') and name != header:
                    with open(name, 'rb') as file:
                        text = file.read()
                    mark = b'#line 1\n'
                    if header and text.startswith(b'#define SIGNATURE_GRADER') and mark in text:
                        text = text.split(mark, 1)[1]
                    return text
            return b''


        input_path, answer_path, feedback, source, options = sys.argv[1:6]
        with open(input_path, 'rb') as file:
            judge_input = file.read()
        with open(answer_path, 'rb') as file:
            judge_output = file.read()
        process_output = sys.stdin.buffer.read()
        # What a checker prints is no verdict.
        os.dup2(2, 1)

        options = json.loads(options)
        points = options['point_value']
        header = options.pop('header')
        arguments = dict(options.pop('args'))
        arguments.update(options)
        place = os.path.join(os.path.dirname(os.path.abspath(__file__)), source)
        sys.path.insert(0, os.path.dirname(place))
        spec = importlib.util.spec_from_file_location('checker', place)
        checker = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(checker)
        try:
            result = checker.check(
                process_output, judge_output, judge_input=judge_input, submission_source=submission(), submission_language='',
                execution_time=0.0, result=None, case=None, **arguments)
        except UnicodeDecodeError:
            result = CheckerResult(False, 0, 'invalid unicode')
        if not isinstance(result, CheckerResult):
            result = CheckerResult(bool(result), points if result else 0)
        given = float(result.points)
        if not 0 <= given <= points:
            raise InternalError('the checker gives %r points, and there are %r' % (given, points))
        if given != (points if result.passed else 0):
            tell(feedback, 'score.txt', '%.10g\n' % given)
        tell(feedback, 'teammessage.txt', '\n'.join(str(t) for t in (result.feedback, result.extended_feedback) if t))
        sys.exit(42 if result.passed else 43)
        """# + "\n"
}
