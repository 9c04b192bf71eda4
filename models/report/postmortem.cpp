// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/postmortem.h"

#include "report/context.h"
#include "report/templates.h"

using namespace Qt::StringLiterals;

namespace warroom::report {

Result<QString> postMortem(const incident::IncidentState& state, const playbook::Playbook& playbook,
    playbook::TimelineChoice timeline, const EntryWording& wording)
{
    QString text = playbook.postMortem.templateText.isEmpty() ? builtInTemplate(u"post-mortem"_s)
                                                              : playbook.postMortem.templateText;
    text.replace("\r\n"_L1, "\n"_L1);
    const Result<std::vector<Tag>> used = tags(text);
    if (!used)
        return used.error();
    QStringList named;
    for (const Tag& tag : *used)
        named += tag.name;

    const Context context = contextOf(state, playbook, timeline, wording, named);
    if (const QStringList unknown = unknownNames(*used, context); !unknown.isEmpty())
        return Error{ErrorCode::BadTemplate, unknown.join(", "_L1)};
    return rendered(text, context);
}

std::optional<Instant> postMortemDue(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    const std::optional<Instant> resolved = state.milestone(playbook::Milestone::Resolved);
    const std::chrono::hours within = playbook.postMortem.dueWithin;
    return resolved && within.count() > 0 ? std::optional<Instant>(*resolved + within) : std::nullopt;
}

} // namespace warroom::report
