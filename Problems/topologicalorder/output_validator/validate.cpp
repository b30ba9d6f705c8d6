// Accepts every order of the tasks that keeps all the rules, or IMPOSSIBLE where there is none.
//
//     validate input answer feedback_dir [case_sensitive] < output of the team
//
// Exit code 42: right; 43: wrong; anything else: the judges' own mistake (their input or answer cannot be read, or says
// IMPOSSIBLE where the team has found an order). What the team prints is never trusted: it is read byte by byte, in
// memory that does not depend on it, and only printable characters of it reach a message.

#include <cstdio>
#include <cstdlib>
#include <cstring>
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

/// Ends with the verdict wrong: `detail` is for the judges, `hint` for the team.
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

/// Words between white space. Of a word that is too long only the beginning is kept.
class Words {
public:
    static constexpr std::size_t longest = 30;

    explicit Words(std::FILE *file) : file(file) {}

    /// Moves on to the next word, and says whether there was one.
    bool next() {
        text.clear();
        isCut = false;
        int byte = std::getc(file);
        while (isSpace(byte)) {
            byte = std::getc(file);
        }
        for (; byte != EOF && !isSpace(byte); byte = std::getc(file)) {
            if (text.size() < longest) {
                text.push_back(static_cast<char>(byte));
            } else {
                isCut = true;
            }
        }
        return !text.empty();
    }

    /// The word as a number without a sign, or -1 if it is none, or one of more than nine digits.
    long number() const {
        if (isCut || text.empty() || text.size() > 9) {
            return -1;
        }
        long value = 0;
        for (const char c : text) {
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    bool says(const std::string &word, bool isCaseSensitive) const {
        if (isCut || text.size() != word.size()) {
            return false;
        }
        for (std::size_t i = 0; i < word.size(); i++) {
            const bool isLower = text[i] >= 'a' && text[i] <= 'z';
            const char c = isLower && !isCaseSensitive ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
            if (c != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// The word in quotes; whatever is not printable ASCII is a question mark.
    std::string shown() const {
        std::string result = "\"";
        for (const char c : text) {
            result += c > ' ' && c < 127 && c != '"' ? c : '?';
        }
        return result + (isCut ? "...\"" : "\"");
    }

private:
    static bool isSpace(int byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

    std::FILE *file;
    std::string text;
    bool isCut = false;
};

struct Rule {
    std::size_t before, after;
};

std::FILE *openJudges(const char *path) {
    std::FILE *file = std::fopen(path, "rb");
    if (file == nullptr) {
        blameJudges(std::string("cannot read ") + path);
    }
    return file;
}

std::size_t judgesNumber(Words &words) {
    const long number = words.next() ? words.number() : -1;
    if (number < 0) {
        blameJudges("a number is missing in the input");
    }
    return static_cast<std::size_t>(number);
}

}  // namespace

int main(int argc, char **argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: %s input answer feedback_dir [case_sensitive]\n", argv[0]);
        return judgesMistake;
    }
    feedback = std::string(argv[3]) + "/";
    bool isCaseSensitive = false;
    for (int i = 4; i < argc; i++) {
        if (std::strcmp(argv[i], "case_sensitive") != 0) {
            blameJudges(std::string("unknown argument ") + argv[i]);
        }
        isCaseSensitive = true;
    }

    Words input(openJudges(argv[1]));
    const std::size_t tasks = judgesNumber(input);
    std::vector<Rule> rules(judgesNumber(input));
    for (Rule &rule : rules) {
        rule.before = judgesNumber(input);
        rule.after = judgesNumber(input);
        if (rule.before < 1 || rule.before > tasks || rule.after < 1 || rule.after > tasks) {
            blameJudges("a rule of the input names an unknown task");
        }
    }
    Words answer(openJudges(argv[2]));
    if (!answer.next()) {
        blameJudges("the answer file is empty");
    }
    const bool isPossible = !answer.says("IMPOSSIBLE", true);

    Words output(stdin);
    if (!output.next()) {
        refuse("there is no output", "There is no output.");
    }
    if (output.says("IMPOSSIBLE", isCaseSensitive)) {
        if (output.next()) {
            refuse(output.shown() + " follows the word IMPOSSIBLE", "Something follows the word IMPOSSIBLE.");
        }
        if (isPossible) {
            refuse("the team found no order, the judges did", "There is an order.");
        }
        return right;
    }

    // Places are counted from 1; 0 is a task that has none yet.
    std::vector<std::size_t> place(tasks + 1, 0);
    for (std::size_t position = 1; position <= tasks; position++) {
        if (position > 1 && !output.next()) {
            refuse("the output ends after " + std::to_string(position - 1) + " of " + std::to_string(tasks) + " tasks",
                   "Not all tasks are there.");
        }
        const long task = output.number();
        if (task < 1 || static_cast<std::size_t>(task) > tasks) {
            refuse("word " + std::to_string(position) + ": " + output.shown() + " is not a task",
                   "Something in the output is not the number of a task.");
        }
        std::size_t &there = place[static_cast<std::size_t>(task)];
        if (there != 0) {
            refuse("task " + std::to_string(task) + " has the places " + std::to_string(there) + " and "
                       + std::to_string(position),
                   "A task is there twice.");
        }
        there = position;
    }
    if (output.next()) {
        refuse(output.shown() + " follows the last task", "Something follows the last task.");
    }
    for (std::size_t i = 0; i < rules.size(); i++) {
        if (place[rules[i].before] >= place[rules[i].after]) {
            refuse("rule " + std::to_string(i + 1) + " is broken: " + std::to_string(rules[i].before) + " has place "
                       + std::to_string(place[rules[i].before]) + ", " + std::to_string(rules[i].after) + " has place "
                       + std::to_string(place[rules[i].after]),
                   "The order breaks a rule.");
        }
    }
    if (!isPossible) {
        blameJudges("the team has found an order where the judges say IMPOSSIBLE");
    }
    return right;
}
