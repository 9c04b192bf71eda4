// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace warroom::runbook {

/// A stretch of text in one look. Nothing it points at is ever loaded.
struct Span {
    enum Look { Plain = 0, Strong = 1, Emphasis = 2, Struck = 4, Code = 8, Image = 16 };
    QString text;
    int looks = Plain; ///< Several of Look.
    QString target = {}; ///< Where a link leads or an image lies, as it is written.

    bool operator==(const Span&) const = default;
};

/// A part of a Markdown document, with what stands in it.
struct Block {
    enum class Kind { Heading, Paragraph, Code, List, Item, Quote, Table, Row, Cell, Rule };
    Kind kind = Kind::Paragraph;
    int line = 0; ///< Where it begins, from 1; of fenced code the line of the fence.
    int level = 0; ///< Of a heading, 1 to 6.
    bool ordered = false; ///< A list with numbers.
    int start = 1; ///< Its first number.
    std::optional<bool> done = std::nullopt; ///< Of an item that is a task.
    QString language = {}; ///< Of code, from behind its fence.
    bool fenced = false;
    QString code = {}; ///< Of code, without its fence.
    std::vector<Span> spans = {};
    std::vector<Block> children = {}; ///< The first row of a table is its head.

    bool operator==(const Block&) const = default;

    /// What the spans say, without their looks; code as it is.
    QString text() const;
    /// The line of the first line of the code.
    int codeLine() const { return fenced ? line + 1 : line; }
};

/// What is copied into a terminal as one piece.
struct Command {
    QString language;
    QString text; ///< Without prompts.
    QString about; ///< The comment above it.
    int line = 0;
    QString expected; ///< The output that the document shows for it.
    QStringList placeholders; ///< What is to be filled in first, as it is written.
    bool dangerous = false; ///< Destroys, stops or forces something.
};

struct Step {
    int number = 1; ///< Among its siblings, as the document counts.
    QString text; ///< One line.
    int line = 0;
    int level = 1; ///< 2 for a step inside a step, and so on.
    std::optional<bool> done; ///< Where it is a box to be ticked.
    QString section; ///< The heading it stands under.
    QString branch; ///< The alternative it belongs to, of those to choose from; empty for all of them.
    std::optional<std::chrono::seconds> timeBox;
    std::vector<Command> commands;
    std::vector<Block> blocks; ///< Everything that stands in it, without the steps inside it.

    bool isDangerous() const;
    QStringList placeholders() const;
};

/// What carries the steps of a section, in the order in which it is looked for.
enum class Rule { None, Tasks, Ordered, Headings, Bullets, Bold, Fences };
inline constexpr std::array allRules{
    Rule::None, Rule::Tasks, Rule::Ordered, Rule::Headings, Rule::Bullets, Rule::Bold, Rule::Fences};
/// "ordered": what the rule is called in data.
QString word(Rule rule);

/// What a section of a runbook is for.
enum class Purpose { Action, Background, Afterwards };

/// A heading of a runbook with its own blocks.
struct Part {
    QString title;
    int line = 0;
    Purpose purpose = Purpose::Action;
    std::optional<std::chrono::seconds> timeBox;
    std::vector<Block> blocks;
};

/// A procedure for one failure.
struct Runbook {
    QString title;
    int line = 0;
    QString section; ///< The heading of the first steps that solve it.
    Rule rule = Rule::None; ///< What carries those.
    std::vector<Step> steps;
    std::vector<Step> afterwards; ///< Prevention, follow-up: for when it is over.
    std::vector<Part> parts; ///< All of it, in the order of the document.
    QDate asOf = {}; ///< When it was last looked at, or changed where it does not say; invalid where nobody knows.
};

/// A drawing as questions and what to do. Nodes point at each other by index.
struct DecisionTree {
    struct Edge {
        QString answer; ///< "YES", "NO"; empty where it simply goes on.
        int node;
    };
    struct Node {
        QString text;
        int line = 0;
        bool question = false;
        std::optional<std::chrono::seconds> limit; ///< "within 15 min"
        QStringList acts = {}; ///< What to do here, in order.
        std::vector<Edge> edges = {};
    };
    QString title;
    int line = 0;
    std::vector<Node> nodes; ///< The first one is where it begins.
    QString drawing; ///< As the document draws it.
};

/// What does not stop the import but should be seen.
struct Warning {
    enum class Code {
        InvalidText, ///< Bytes that are no text in this encoding; message is empty.
        NullCharacter,
        Mojibake, ///< A repair is offered; message is how many lines it changes.
        UnclosedFence,
        HiddenInCommand, ///< message is the character, as U+200B.
        TemplateRemnant, ///< message is what was left.
        TooDeep,
        CutOff, ///< From this line on there is more than is read.
        NoSteps, ///< message is the runbook.
    };
    int line = 0;
    Code code = Code::InvalidText;
    QString message;

    bool operator==(const Warning&) const = default;
};
inline constexpr std::array allWarnings{Warning::Code::InvalidText, Warning::Code::NullCharacter,
    Warning::Code::Mojibake, Warning::Code::UnclosedFence, Warning::Code::HiddenInCommand,
    Warning::Code::TemplateRemnant, Warning::Code::TooDeep, Warning::Code::CutOff, Warning::Code::NoSteps};
/// "unclosed-fence": what the warning is called in data.
QString word(Warning::Code code);

/// Text whose UTF-8 was once read as another encoding, line by line as it is and as it was.
struct Repair {
    struct Change {
        int line;
        QString before;
        QString after;
    };
    QString encoding; ///< What it was taken for: "Mac Roman".
    std::vector<Change> changes;
    QString text; ///< All of the document, repaired.
};

struct FrontMatter {
    QString title;
    QDate reviewed; ///< When it was last looked at; invalid when it does not say.
};

struct Counts {
    int headings = 0;
    int codeBlocks = 0;
    int tables = 0;
    int tasks = 0; ///< Boxes to tick, those in templates too.
};

/// A Markdown document as what somebody in an incident wants of it.
struct Document {
    QString title;
    QString encoding; ///< "UTF-8", "UTF-16LE"; of repaired text also what it was taken for.
    std::optional<Repair> repair; ///< What is offered; done already where it was asked for.
    bool repaired = false;
    FrontMatter frontMatter;
    Counts counts;
    std::vector<Block> blocks; ///< Everything, for showing it.
    QStringList anchors; ///< Of its headings, as links to them are written.
    std::vector<Runbook> runbooks;
    std::vector<DecisionTree> trees;
    std::vector<Warning> warnings; ///< By line.
};

} // namespace warroom::runbook
