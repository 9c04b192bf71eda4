// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/prose.h"

namespace warroom::incident {

QString* prose(Body& body)
{
    return std::visit(Overloaded{
                          [](IncidentDeclared& b) { return &b.title; },
                          [](IncidentRetitled& b) { return &b.title; },
                          [](PlaybookAdopted&) -> QString* { return nullptr; },
                          [](PersonIntroduced& b) { return &b.name; },
                          [](SeverityChanged& b) { return &b.reason; },
                          [](StatusChanged& b) { return &b.text; },
                          [](MilestoneSet& b) { return &b.text; },
                          [](ImpactDescribed& b) { return &b.text; },
                          [](RoleAssigned&) -> QString* { return nullptr; },
                          [](RoleReleased&) -> QString* { return nullptr; },
                          [](UpdateSent& b) { return &b.text; },
                          [](CadenceSet&) -> QString* { return nullptr; },
                          [](Noted& b) { return &b.text; },
                          [](ActionAssigned& b) { return &b.text; },
                          [](ActionMarked&) -> QString* { return nullptr; },
                          [](OwnerChanged&) -> QString* { return nullptr; },
                          [](FollowUpProposed& b) { return &b.text; },
                          [](RunbookAttached& b) { return &b.title; },
                          [](StepMarked& b) { return &b.text; },
                          [](StepNoted& b) { return &b.text; },
                          [](VariableSet& b) { return &b.value; },
                          [](AlertChanged& b) { return &b.name; },
                          [](SectionWritten& b) { return &b.text; },
                          [](EntryFlagged&) -> QString* { return nullptr; },
                          [](EntryAmended& b) { return b.text ? &*b.text : nullptr; },
                          [](EntryRetracted& b) { return &b.reason; },
                          [](EntryRedacted&) -> QString* { return nullptr; },
                          [](Unknown&) -> QString* { return nullptr; },
                      },
        body);
}

const QString* prose(const Body& body) { return prose(const_cast<Body&>(body)); }

std::vector<NamedProse> furtherProse(Body& body)
{
    if (auto* person = std::get_if<PersonIntroduced>(&body))
        return {{"handle", &person->handle}};
    if (auto* followUp = std::get_if<FollowUpProposed>(&body))
        return {{"priority", &followUp->priority}};
    if (auto* runbook = std::get_if<RunbookAttached>(&body))
        return {{"source", &runbook->source}, {"steps", &runbook->stepTexts}};
    if (auto* alert = std::get_if<AlertChanged>(&body))
        return {{"labels", &alert->labels}, {"summary", &alert->summary}, {"runbook_url", &alert->runbookUrl},
            {"graph_url", &alert->graphUrl}};
    if (auto* update = std::get_if<UpdateSent>(&body))
        return {{"cause", &update->cause}, {"next_steps", &update->nextSteps}};
    return {};
}

std::vector<std::pair<const char*, const QString*>> furtherProse(const Body& body)
{
    const std::vector<NamedProse> all = furtherProse(const_cast<Body&>(body));
    return {all.begin(), all.end()};
}

void clearProse(Body& body)
{
    if (QString* text = prose(body))
        text->clear();
    for (const auto& [key, text] : furtherProse(body))
        text->clear();
}

bool bookkeeping(const Body& body)
{
    return std::holds_alternative<PlaybookAdopted>(body) || std::holds_alternative<PersonIntroduced>(body)
        || std::holds_alternative<EntryFlagged>(body) || std::holds_alternative<EntryAmended>(body)
        || std::holds_alternative<EntryRetracted>(body) || std::holds_alternative<EntryRedacted>(body);
}

QString cleaned(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r') {
            if (i + 1 == text.size() || text[i + 1] != u'\n')
                clean += u'\n';
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate() || c.unicode() >= 0xfffe) {
            // SQLite reads the two that are no characters as this one; the hash would not fit any more.
            clean += QChar::ReplacementCharacter;
        } else if (c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control) {
            clean += c;
        }
    }
    return clean;
}

} // namespace warroom::incident
