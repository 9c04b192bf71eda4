// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sections.h"

#include "report/markdown.h"
#include "report/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::report {

namespace {

using playbook::Section;

std::vector<Section> builtIn()
{
    return {
        {u"summary"_s, u"Summary"_s},
        {u"users-affected"_s, u"Users Affected"_s, true},
        {u"revenue-impact"_s, u"Revenue Impact"_s, true},
        {u"customer-escalations"_s, u"Customer Escalations"_s, true},
        {u"root-cause"_s, u"Root Cause"_s},
        {u"what-went-well"_s, u"What Went Well"_s},
        {u"what-went-wrong"_s, u"What Went Wrong"_s},
        {u"lessons-learned"_s, u"Lessons Learned"_s},
        {u"related-incidents"_s, u"Related Incidents"_s},
    };
}

Section* byId(std::vector<Section>& sections, const QString& id)
{
    const auto found = std::ranges::find_if(sections, [&](const Section& section) { return section.id == id; });
    return found == sections.end() ? nullptr : &*found;
}

QString markdown(const QString& text, bool line)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return unwritten;
    return line ? cell(trimmed) : blocks(text);
}

} // namespace

std::vector<SectionText> sections(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    std::vector<Section> all = playbook.postMortem.sections;
    for (const Section& section : builtIn()) {
        // Several blocks would fall out of the list that the built-in template has these in.
        if (Section* known = byId(all, section.id))
            known->line = known->line || section.line;
        else
            all.push_back(section);
    }
    for (auto id = state.sections.keyBegin(); id != state.sections.keyEnd(); ++id) {
        if (!byId(all, *id))
            all.push_back({*id, *id});
    }

    std::vector<SectionText> texts;
    for (const Section& section : all) {
        const QString text = written(state, state.sections.value(section.id));
        texts.push_back({section.id, section.heading, markdown(text, section.line)});
    }
    return texts;
}

} // namespace warroom::report
