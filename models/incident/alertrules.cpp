// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/apply.h"
#include "incident/rules.h"

namespace warroom::incident {

Decision::Verdict Decision::decide(const TellAlert& c)
{
    const Result<QString> name = required(c.name.simplified());
    if (!name)
        return name.error();
    const Result<QString> fingerprint = required(c.fingerprint.isEmpty() ? *name : c.fingerprint);
    if (!fingerprint)
        return fingerprint.error();
    if (const Verdict begun = checkTime(c.startsAt); !begun)
        return begun.error();
    const Result<QString> labels = optional(linesOf(c.labels));
    if (!labels)
        return labels.error();
    AlertChanged told{*fingerprint, c.startsAt, c.state, *name, *labels, {}, {}, {}};
    for (const auto& [text, into] : {std::pair(&c.summary, &told.summary), std::pair(&c.runbookUrl, &told.runbookUrl),
             std::pair(&c.graphUrl, &told.graphUrl)}) {
        const Result<QString> clean = optional(*text);
        if (!clean)
            return clean.error();
        *into = *clean;
    }
    const QString field = alertField(*fingerprint, c.startsAt);
    const Field<AlertState> current = m_state.alerts.value(field).state;
    if (isNews(current, c.state, field))
        add(std::move(told), current.basis());
    return {};
}

} // namespace warroom::incident
