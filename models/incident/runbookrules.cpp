// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/apply.h"
#include "incident/codec.h"
#include "incident/rules.h"

#include <algorithm>

namespace warroom::incident {

namespace {

/// The first step that leads nowhere, or has not as many answers as ways; none where all is well.
std::optional<int> unsound(const Leads& leads, const QStringList& lines)
{
    const auto inside = [&](int step) { return step >= 0 && step <= lines.size(); };
    for (auto lead = leads.begin(); lead != leads.end(); ++lead) {
        const qsizetype answers = lines.value(lead.key()).count(QLatin1Char('\t'));
        const bool fits = lead->size() == 1 ? answers == 0 : answers == lead->size();
        if (lead.key() < 0 || lead.key() >= lines.size() || !fits || !std::ranges::all_of(*lead, inside))
            return lead.key();
    }
    return std::nullopt;
}

} // namespace

Decision::Verdict Decision::decide(const AttachRunbook& c)
{
    const Result<QString> title = required(c.title);
    if (!title)
        return title.error();
    const Result<QString> source = optional(c.source);
    if (!source)
        return source.error();
    QStringList lines;
    for (const QString& step : c.steps) {
        QStringList parts = step.split(QLatin1Char('\t'));
        for (QString& part : parts) {
            const Result<QString> line = required(part.simplified());
            if (!line)
                return line.error();
            part = *line;
        }
        lines << parts.join(QLatin1Char('\t'));
    }
    const Result<QString> steps = required(lines.join(QLatin1Char('\n')));
    if (!steps)
        return steps.error();
    if (lines.size() > maxSteps)
        return Error{ErrorCode::TextTooLong, QString::number(lines.size())};
    if (const std::optional<int> step = unsound(c.leads, lines))
        return Error{ErrorCode::UnknownStep, QString::number(*step + 1)};
    const QString content = c.content.isEmpty() ? c.kept : QString::fromLatin1(sha256(c.content).toHex());
    const auto same = [&](const Runbook& other) {
        return other.content == content && (!content.isEmpty() || other.title == *title);
    };
    if (std::ranges::none_of(m_state.runbooks, same))
        add(RunbookAttached{content, int(lines.size()), c.leads, *title, *source, *steps});
    return {};
}

Decision::Verdict Decision::takeUpChecklists(Milestone reached)
{
    for (const AdoptedPlaybook::Checklist& each : m_playbook.checklists) {
        if (each.at != reached)
            continue;
        if (const Verdict taken = decide(AttachRunbook{each.title, m_playbook.name, each.steps, {}, {}}); !taken)
            return taken;
    }
    return {};
}

Decision::Verdict Decision::decide(const MarkStep& c)
{
    const Result<QString> text = optional(c.text);
    if (!text)
        return text.error();
    const Result<const Field<StepState>*> current = step(c.runbook, c.step);
    if (!current)
        return current.error();
    const Runbook& runbook = *m_state.runbook(c.runbook);
    const bool known = c.answer && *c.answer >= 0 && *c.answer < runbook.leads.value(c.step).size();
    const bool wantsAnswer = runbook.asks(c.step) && c.mark == StepMark::Done;
    if (wantsAnswer ? !known : c.answer.has_value())
        return Error{ErrorCode::UnknownAnswer, runbook.answers.value(c.step).join(QStringLiteral(", "))};
    const StepState wanted{c.mark, c.answer, *text};
    const bool already = !(*current)->set() && wanted == StepState{};
    if (!already && isNews(**current, wanted, stepField(c.runbook, c.step)))
        add(StepMarked{c.runbook, c.step, c.mark, c.answer, *text}, (*current)->basis());
    return {};
}

Decision::Verdict Decision::decide(const NoteStep& c)
{
    const Result<QString> text = required(c.text);
    if (!text)
        return text.error();
    if (const auto current = step(c.runbook, c.step); !current)
        return current.error();
    add(StepNoted{c.runbook, c.step, c.output, *text});
    return {};
}

Decision::Verdict Decision::decide(const SetVariable& c)
{
    const Result<QString> value = required(c.value);
    if (!value)
        return value.error();
    const Result<QString> name = required(c.name);
    if (!name)
        return name.error();
    const Field<QString> current = m_state.variables.value(*name);
    if (isNews(current, *value, QStringLiteral("variable/") + *name))
        add(VariableSet{*name, *value}, current.basis());
    return {};
}

Result<const Field<StepState>*> Decision::step(EntryId runbook, int step) const
{
    const Runbook* attached = m_state.runbook(runbook);
    if (!attached)
        return Error{ErrorCode::UnknownEntry, runbook.text()};
    if (step < 0 || std::size_t(step) >= attached->marks.size())
        return Error{ErrorCode::UnknownStep, QString::number(step + 1)};
    return &attached->marks[std::size_t(step)];
}

} // namespace warroom::incident
