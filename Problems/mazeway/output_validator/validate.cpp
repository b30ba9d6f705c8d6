// Accepts every shortest way through the maze, or NONE where there is no way.
//
//     validate input answer feedback_dir/ < output of the team
//
// Exit code 42: right; 43: wrong; anything else: the judges' own mistake. The answer file has one shortest way. What the
// team prints is never trusted: only as much of it is kept as a way through the maze can be long.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

constexpr int right = 42;
constexpr int wrong = 43;
constexpr int judgesMistake = 1;

std::string feedback;

void write(const char *file, const std::string &text) {
    std::ofstream out(feedback + file, std::ios::binary | std::ios::app);
    out << text << '\n';
}

[[noreturn]] void refuse(const std::string &detail, const std::string &hint) {
    write("judgemessage.txt", "Wrong answer: " + detail);
    write("teammessage.txt", hint);
    std::exit(wrong);
}

[[noreturn]] void blameJudges(const std::string &detail) {
    write("judgemessage.txt", "Judges' mistake: " + detail);
    std::fprintf(stderr, "%s\n", detail.c_str());
    std::exit(judgesMistake);
}

struct Maze {
    std::vector<std::string> rows;
    std::size_t row = 0;
    std::size_t column = 0;

    explicit Maze(const char *path) {
        std::ifstream in(path);
        std::size_t height = 0, width = 0;
        in >> height >> width;
        rows.resize(height);
        for (std::size_t i = 0; i < height; i++) {
            if (!(in >> rows[i]) || rows[i].size() != width) {
                blameJudges("the maze cannot be read");
            }
            const std::size_t start = rows[i].find('S');
            if (start != std::string::npos) {
                row = i;
                column = start;
            }
        }
        if (rows.empty()) {
            blameJudges("the maze cannot be read");
        }
    }

    bool isAtEnd() const { return rows[row][column] == 'E'; }

    /// Goes one step; says why not where that is not possible.
    const char *step(char direction) {
        switch (direction) {
        case 'U':
            if (row == 0) {
                return "leaves the maze";
            }
            row--;
            break;
        case 'D':
            if (row + 1 == rows.size()) {
                return "leaves the maze";
            }
            row++;
            break;
        case 'L':
            if (column == 0) {
                return "leaves the maze";
            }
            column--;
            break;
        case 'R':
            if (column + 1 == rows[row].size()) {
                return "leaves the maze";
            }
            column++;
            break;
        default: return "is none of U, D, L and R";
        }
        return rows[row][column] == '#' ? "goes into a wall" : nullptr;
    }
};

bool isSpace(int byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

}  // namespace

int main(int argc, char **argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: %s input answer feedback_dir/\n", argv[0]);
        return judgesMistake;
    }
    feedback = argv[3];
    Maze maze(argv[1]);
    std::string answer;
    if (!(std::ifstream(argv[2]) >> answer)) {
        blameJudges("the answer file is empty");
    }
    const bool isPossible = answer != "NONE";

    const std::size_t longest = maze.rows.size() * maze.rows[0].size() + 4;
    std::string word;
    int byte = std::getchar();
    while (isSpace(byte)) {
        byte = std::getchar();
    }
    for (; byte != EOF && !isSpace(byte); byte = std::getchar()) {
        if (word.size() == longest) {
            refuse("the way has more steps than the maze has cells", "The way is too long.");
        }
        word.push_back(static_cast<char>(byte));
    }
    while (isSpace(byte)) {
        byte = std::getchar();
    }
    if (word.empty()) {
        refuse("there is no output", "There is no output.");
    }
    if (byte != EOF) {
        refuse("something follows the first word", "Something follows the way.");
    }
    if (word == "NONE") {
        if (isPossible) {
            refuse("the team found no way, the judges did", "There is a way.");
        }
        return right;
    }
    for (std::size_t i = 0; i < word.size(); i++) {
        if (const char *why = maze.step(word[i])) {
            const std::string number = "step " + std::to_string(i + 1);
            refuse(number + " " + why, "A step " + std::string(why) + ".");
        }
    }
    if (!maze.isAtEnd()) {
        refuse("the way does not end at E", "The way does not end at E.");
    }
    if (!isPossible || word.size() < answer.size()) {
        blameJudges("the team has found a better way of " + std::to_string(word.size()) + " steps");
    }
    if (word.size() > answer.size()) {
        const std::string lengths = std::to_string(word.size()) + " steps instead of " + std::to_string(answer.size());
        refuse(lengths, "There is a shorter way.");
    }
    return right;
}
