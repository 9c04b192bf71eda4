// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/apply.h"
#include "incident/codec.h"
#include "incident/rules.h"

#include <algorithm>

namespace warroom::incident {

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
        const Result<QString> line = required(step.simplified());
        if (!line)
            return line.error();
        lines << *line;
    }
    const Result<QString> steps = required(lines.join(QLatin1Char('\n')));
    if (!steps)
        return steps.error();
    if (lines.size() > maxSteps)
        return Error{ErrorCode::TextTooLong, QString::number(lines.size())};
    const QString content = QString::fromLatin1(sha256(c.content).toHex());
    const bool attached = std::ranges::find(m_state.runbooks, content, &Runbook::content) != m_state.runbooks.end();
    if (!attached)
        add(RunbookAttached{content, int(lines.size()), *title, *source, *steps});
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
