// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/procedure.h"

#include "runbook/heading.h"
#include "runbook/steps.h"

#include <algorithm>

namespace warroom::runbook {

namespace {

using Sections = std::vector<const Section*>;

void append(std::vector<Step>& all, const std::vector<Step>& more) { all.insert(all.end(), more.begin(), more.end()); }

bool carriesSteps(const Section& section)
{
    return std::ranges::any_of(
        stepsOf(section), [](const Carried& carried) { return carried.purpose == Purpose::Action; });
}

/// Headings that call themselves runbooks, and those below one that speaks of runbooks.
void gatherNamed(const Section& section, bool isTitle, Sections& found)
{
    for (const Section& each : section.sections) {
        if (each.isLabel())
            continue;
        if (namesRunbook(each.title) && !isTitle) {
            found.push_back(&each);
        } else if (namesRunbooks(each.title) && !isTitle) {
            for (const Section& inner : each.sections)
                if (!inner.isLabel() && purposeOf(inner.title) == Purpose::Action && carriesSteps(inner))
                    found.push_back(&inner);
        } else {
            gatherNamed(each, false, found);
        }
    }
}

bool hasSolution(const Section& section)
{
    return std::ranges::any_of(section.sections, [](const Section& each) { return isSolution(each.title); });
}

/// Headings side by side of which several have the frame of a runbook below them.
Sections framed(const Section& section)
{
    Sections found;
    for (const Section& each : section.sections)
        if (!each.isLabel() && hasSolution(each) && !isUsual(each.title))
            found.push_back(&each);
    if (found.size() >= 2)
        return found;
    for (const Section& each : section.sections)
        if (Sections inner = framed(each); !inner.empty())
            return inner;
    return {};
}

/// The only heading of the first level is the title of the document.
const Section& belowTitle(const Section& document)
{
    return document.sections.size() == 1 && document.sections.front().level == 1 ? document.sections.front() : document;
}

/// "Runbooks" as the title of the document, with other headings below it than one runbook has.
Sections ofTitle(const Section& top)
{
    Sections found;
    if (!namesRunbooks(top.title))
        return found;
    for (const Section& each : top.sections) {
        if (each.isLabel() || isUsual(each.title) || stepNumber(each.title))
            continue;
        if (carriesSteps(each))
            found.push_back(&each);
    }
    return found.size() >= 2 ? found : Sections();
}

void addParts(const Section& section, std::vector<Part>& parts)
{
    Part part{section.title, section.line, purposeOf(section.title), timeBoxIn(section.title), {}};
    for (const Block* block : section.blocks)
        part.blocks.push_back(*block);
    parts.push_back(std::move(part));
    for (const Section& each : section.sections)
        addParts(each, parts);
}

/// Where it is mended rather than looked at.
const Carried* mainOf(const std::vector<Carried>& all)
{
    const auto isAction = [](const Carried& each) { return each.purpose == Purpose::Action; };
    auto found =
        std::ranges::find_if(all, [&](const Carried& each) { return isAction(each) && !isDiagnosis(each.section); });
    if (found == all.end())
        found = std::ranges::find_if(all, isAction);
    return found == all.end() ? nullptr : &*found;
}

Runbook runbookOf(const Section& section, const QString& title)
{
    Runbook runbook;
    runbook.title = title;
    runbook.line = section.line;
    addParts(section, runbook.parts);
    std::vector<Carried> all = stepsOf(section);
    // A page that has only causes, or only symptoms, still lists what to look at.
    const auto isAction = [](const Carried& each) { return each.purpose == Purpose::Action; };
    if (std::ranges::none_of(all, isAction))
        for (Carried& each : all)
            each.purpose = each.purpose == Purpose::Background ? Purpose::Action : each.purpose;
    if (const Carried* main = mainOf(all)) {
        runbook.section = main->section;
        runbook.rule = main->rule;
    }
    for (const Carried& each : all)
        if (each.purpose != Purpose::Background)
            append(each.purpose == Purpose::Action ? runbook.steps : runbook.afterwards, each.steps);
    return runbook;
}

} // namespace

std::vector<Runbook> runbooksIn(const std::vector<Block>& blocks, const QString& title)
{
    const Section document = sectionsOf(blocks);
    const Section& top = belowTitle(document);
    Sections sections;
    gatherNamed(top, false, sections);
    if (sections.empty())
        sections = framed(top);
    if (sections.empty())
        sections = ofTitle(top);
    std::vector<Runbook> runbooks;
    for (const Section* section : sections)
        runbooks.push_back(runbookOf(*section, section->title));
    if (runbooks.empty())
        runbooks.push_back(runbookOf(document, title));
    return runbooks;
}

} // namespace warroom::runbook
