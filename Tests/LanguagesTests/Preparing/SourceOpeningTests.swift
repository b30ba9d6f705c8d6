import Testing

@testable import Languages

@Suite struct SourceOpeningTests {
    private static let line = "#include <bits/stdc++.h>"

    @Test(arguments: [
        "#include <bits/stdc++.h>\n", "#include<bits/stdc++.h>\r\nint x;", "\u{FEFF}#include <bits/stdc++.h>\n",
        "\n\n  # include <bits/stdc++.h>  \n", "// A remark\n/* and\n another */\n#include <bits/stdc++.h>\n",
        "/**//***/ #include <bits/stdc++.h>\n",
    ])
    func `comments and blanks may come before it`(source: String) {
        #expect(SourceOpening.isLine(Self.line, of: Array(source.utf8)))
    }

    @Test(arguments: [
        "", "int x;\n#include <bits/stdc++.h>\n", "#define A\n#include <bits/stdc++.h>\n",
        "#pragma once\n#include <bits/stdc++.h>\n", "#include <bits/stdc++.h> // said\n",
        "// a comment that goes on \\\n#include <bits/stdc++.h>\n",
        "// and by another spelling ??/\n#include <bits/stdc++.h>\n",
        "/* unended\n#include <bits/stdc++.h>\n", "/* ended *\\\n/ #include <bits/stdc++.h>\n",
        "#include <bits/stdc++.h", "#include <bits/stdc++.h>", "#include <bits/\\\nstdc++.h>\n",
        "#include \"bits/stdc++.h\"\n", "/#include <bits/stdc++.h>\n",
    ])
    func `whatever else comes first, or takes more than a look, is not it`(source: String) {
        #expect(!SourceOpening.isLine(Self.line, of: Array(source.utf8)))
    }
}
