// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/postmortem.h"
#include "report/times.h"
#include "report/wording.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace warroom::report {

QString regularUpdate(const incident::IncidentState& state, std::optional<Instant> nextDue)
{
    static const QRegularExpression ended(u"[.!?…]\\z"_s);
    QStringList sentences;
    const auto say = [&](const QString& text) {
        const QString sentence = text.trimmed();
        if (!sentence.isEmpty())
            sentences += sentence.contains(ended) ? sentence : sentence + u'.';
    };
    QString status = state.status.value;
    if (!status.isEmpty())
        status.front() = status.front().toUpper();
    say(status);
    say(written(state, state.impact));
    if (nextDue)
        say(u"Next update %1 %2"_s.arg(clockTime(*nextDue, state.zone()), name(state.zone())));
    return sentences.join(u' ');
}

} // namespace warroom::report
