// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/steps.h"

#include "runbook/command.h"
#include "runbook/heading.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

using Kind = Block::Kind;
using Blocks = std::vector<const Block*>;

bool isTaskList(const Block& list)
{
    return list.kind == Kind::List && std::ranges::any_of(list.children, [](const Block& i) { return !!i.done; });
}
bool isOrderedList(const Block& list) { return list.kind == Kind::List && list.ordered; }

bool isLink(const Block& item)
{
    if (item.children.size() != 1 || item.children.front().spans.empty())
        return false;
    const Span& first = item.children.front().spans.front();
    return !first.target.isEmpty() || first.text.startsWith("http"_L1);
}
/// Nobody does a list of links.
bool isBulletList(const Block& list)
{
    return list.kind == Kind::List && !list.ordered && !std::ranges::all_of(list.children, isLink);
}

using IsList = bool (*)(const Block&);
IsList listOf(Rule rule)
{
    switch (rule) {
    case Rule::Tasks:
        return isTaskList;
    case Rule::Ordered:
        return isOrderedList;
    default:
        return isBulletList;
    }
}

bool has(const Blocks& blocks, IsList isList)
{
    return std::ranges::any_of(blocks, [&](const Block* block) {
        return isList(*block)
            || (block->kind == Kind::Quote
                && std::ranges::any_of(block->children, [&](const Block& inner) { return isList(inner); }));
    });
}

QString firstLine(const std::vector<Block>& blocks)
{
    const auto text = std::ranges::find_if(blocks, [](const Block& b) { return !b.text().trimmed().isEmpty(); });
    return text == blocks.end() ? QString() : text->text().section(u'\n', 0, 0).simplified();
}

void addCommands(const Block& block, std::vector<Command>& commands)
{
    if (block.kind == Kind::Code)
        for (Command& command : commandsIn(block))
            commands.push_back(std::move(command));
    for (const Block& child : block.children)
        addCommands(child, commands);
}

void addBlock(Step& step, const Block& block)
{
    addCommands(block, step.commands);
    step.blocks.push_back(block);
}

/// Where the steps of a section come from and what they have in common.
struct Place {
    QString section;
    QString branch;
    std::optional<std::chrono::seconds> timeBox;

    Step step(const QString& text, int number, int line) const
    {
        Step step;
        step.number = number;
        step.text = text;
        step.line = line;
        step.section = section;
        step.branch = branch;
        step.timeBox = timeBoxIn(text);
        return step;
    }
};

/// Steps out of lists of one kind.
class ListSteps
{
public:
    ListSteps(Rule rule, const Place& place) : m_rule(rule), m_isList(listOf(rule)), m_place(place) { }

    std::vector<Step> of(const Blocks& blocks)
    {
        for (const Block* block : blocks)
            take(*block);
        settle(true);
        return std::move(m_steps);
    }

private:
    void take(const Block& block)
    {
        if (m_isList(block)) {
            const bool more = continues(block);
            settle(!more);
            m_single = block.children.size() == 1 && block.start == 1 && (m_lists == 0 || m_single);
            ++m_lists;
            add(block, more ? m_number + 1 : m_rule == Rule::Ordered ? block.start : 1, 1);
        } else if (block.kind == Kind::Quote && has({&block}, m_isList)) {
            for (const Block& inner : block.children)
                take(inner);
        } else if (!m_steps.empty()) {
            m_between.push_back(&block);
        }
    }

    /// A fence or a paragraph that is not indented ends a list, though its author goes on counting behind it.
    bool continues(const Block& list) const
    {
        if (m_lists == 0)
            return false;
        if (m_rule != Rule::Ordered || list.start == m_number + 1)
            return true;
        const bool onlyCode = !m_between.empty()
            && std::ranges::all_of(m_between, [](const Block* block) { return block->kind == Kind::Code; });
        return list.start == 1 && m_single && list.children.size() == 1 && onlyCode;
    }

    /// What stands between two lists belongs to the step before it; behind the last one only up to its last fence.
    void settle(bool ended)
    {
        std::size_t count = m_between.size();
        while (ended && count > 0 && m_between[count - 1]->kind != Kind::Code)
            --count;
        for (std::size_t i = 0; i < count; ++i)
            addBlock(m_steps[m_last], *m_between[i]);
        m_between.clear();
    }

    void add(const Block& list, int number, int level)
    {
        for (const Block& item : list.children) {
            if (level == 1) {
                m_number = number;
                m_last = m_steps.size();
            }
            addItem(item, number++, level);
        }
    }

    void addItem(const Block& item, int number, int level)
    {
        const std::size_t at = m_steps.size();
        m_steps.push_back(m_place.step(firstLine(item.children), number, item.line));
        m_steps.back().level = level;
        m_steps.back().done = item.done;
        for (const Block& child : item.children) {
            if (m_isList(child))
                add(child, m_rule == Rule::Ordered ? child.start : 1, level + 1);
            else
                addBlock(m_steps[at], child);
        }
    }

    Rule m_rule;
    IsList m_isList;
    const Place& m_place;
    std::vector<Step> m_steps;
    Blocks m_between;
    std::size_t m_last = 0; ///< The last step that is in no other one.
    int m_number = 0;
    int m_lists = 0;
    bool m_single = false; ///< So far every list had one item, numbered 1.
};

/// Each fence with what is said above it.
std::vector<Step> fenceSteps(const Section& section, const Place& place)
{
    std::vector<Step> steps;
    Blocks said;
    const auto addSaid = [&](Step& step) {
        for (const Block* block : said)
            step.blocks.push_back(*block);
        said.clear();
    };
    for (const Block* block : section.blocks) {
        if (block->kind != Kind::Code || !holdsCommands(*block)) {
            said.push_back(block);
            continue;
        }
        if (std::vector<NumberedPiece> pieces = numberedPieces(*block); !pieces.empty()) {
            for (NumberedPiece& piece : pieces) {
                steps.push_back(place.step(piece.text, int(steps.size()) + 1, piece.code.line - 1));
                addSaid(steps.back());
                if (!piece.code.code.trimmed().isEmpty())
                    addBlock(steps.back(), piece.code);
            }
            continue;
        }
        const auto paragraph = std::find_if(said.rbegin(), said.rend(),
            [](const Block* each) { return each->kind == Kind::Paragraph && !each->text().trimmed().isEmpty(); });
        const QString text = paragraph == said.rend() ? section.title : firstLine({**paragraph});
        if (paragraph == said.rend() && !steps.empty()) {
            addBlock(steps.back(), *block);
            continue;
        }
        steps.push_back(place.step(text, int(steps.size()) + 1, block->line));
        addSaid(steps.back());
        addBlock(steps.back(), *block);
    }
    for (const Block* block : said)
        if (!steps.empty())
            steps.back().blocks.push_back(*block);
    std::erase_if(steps, [](const Step& step) { return step.text.isEmpty() && step.commands.empty(); });
    return steps;
}

Step wholeSection(const Section& section, const Place& place, int number)
{
    Step step = place.step(withoutStepNumber(section.title), number, section.line);
    for (const Block* block : section.allBlocks())
        addBlock(step, *block);
    return step;
}

bool holdsLists(const Section& section)
{
    const Blocks all = section.allBlocks();
    return has(all, isTaskList) || has(all, isOrderedList);
}

/// Whether the headings below count: at least two, rising, and without steps of their own inside.
bool countsSteps(const Section& section)
{
    int last = -1;
    int found = 0;
    for (const Section& each : section.sections) {
        const std::optional<int> number = stepNumber(each.title);
        if (!number)
            continue;
        if (*number <= last || holdsLists(each))
            return false;
        last = *number;
        ++found;
    }
    return found >= 2;
}

/// What a section's own blocks carry.
Carried ownSteps(const Section& section, const Place& place)
{
    Carried carried{place.section, section.line, purposeOf(section.title), Rule::None, {}};
    for (const Rule rule : {Rule::Tasks, Rule::Ordered, Rule::Bullets})
        if (carried.steps.empty() && has(section.blocks, listOf(rule))) {
            carried.rule = rule;
            carried.steps = ListSteps(rule, place).of(section.blocks);
        }
    if (carried.steps.empty()) {
        carried.rule = section.isLabel() ? Rule::Bold : Rule::Fences;
        carried.steps = fenceSteps(section, place);
    }
    if (carried.steps.empty() && isBranch(section.title) && !section.blocks.empty()) {
        carried.rule = section.isLabel() ? Rule::Bold : Rule::Headings;
        carried.steps.push_back(wholeSection(section, place, 1));
    }
    return carried;
}

class Walk
{
public:
    std::vector<Carried> run(const Section& section)
    {
        visit(section, {section.title, {}, timeBoxIn(section.title)}, Purpose::Action);
        return std::move(m_all);
    }

private:
    void visit(const Section& section, const Place& place, Purpose purpose)
    {
        Carried own = ownSteps(section, place);
        // A time box that no step of its own takes goes to the first heading below.
        std::optional<std::chrono::seconds> timeBox = own.steps.empty() ? place.timeBox : std::nullopt;
        add(std::move(own), place, purpose);
        const bool counting = countsSteps(section);
        Carried counted{place.section, section.line, purpose, Rule::Headings, {}};
        const auto conditions =
            std::ranges::count_if(section.sections, [](const Section& each) { return isCondition(each.title); });
        for (const Section& each : section.sections) {
            if (const auto number = stepNumber(each.title); number && counting) {
                counted.steps.push_back(wholeSection(each, place, *number));
                continue;
            }
            add(std::exchange(counted, {place.section, section.line, purpose, Rule::Headings, {}}), place, purpose);
            const bool branch = isBranch(each.title) || (conditions > 1 && isCondition(each.title));
            Place inner{branch ? place.section : each.title, branch ? each.title : place.branch, timeBoxIn(each.title)};
            if (!inner.timeBox)
                inner.timeBox = std::exchange(timeBox, std::nullopt);
            // What stands below background is background.
            visit(each, inner, purpose == Purpose::Action && !branch ? purposeOf(each.title) : purpose);
        }
        add(std::move(counted), place, purpose);
    }

    void add(Carried carried, const Place& place, Purpose purpose)
    {
        if (carried.steps.empty())
            return;
        carried.purpose = purpose;
        // The time box of a heading begins with its first step.
        if (place.timeBox && !carried.steps.front().timeBox)
            carried.steps.front().timeBox = place.timeBox;
        m_all.push_back(std::move(carried));
    }

    std::vector<Carried> m_all;
};

} // namespace

std::vector<Carried> stepsOf(const Section& section) { return Walk().run(section); }

} // namespace warroom::runbook
