// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"
#include "journal/store.h"

#include <QStringList>

#include <algorithm>

namespace warroom::journal {

Result<std::vector<Listed>> Store::incidents()
{
    std::vector<Listed> all;
    QHash<QString, int> given;
    const Result<void> read = m_database->each(
        QStringLiteral("SELECT incident, json_extract(facts, '$.label') FROM entry WHERE type='incident-declared' "
                       "ORDER BY hlc, id"),
        {}, [&](const QSqlQuery& row) {
            Listed listed{
                IncidentId::fromText(row.value(0).toString()).value_or(IncidentId{}), row.value(1).toString()};
            if (given[listed.label]++ > 0)
                listed.label += QLatin1Char('-') + listed.id.text().right(4);
            all.push_back(std::move(listed));
        });
    if (!read)
        return read.error();
    std::reverse(all.begin(), all.end());
    return all;
}

Result<Listed> Store::find(const QString& labelOrId)
{
    const Result<std::vector<Listed>> all = incidents();
    if (!all)
        return all.error();
    const auto is = [&](const QString& word) { return word.compare(labelOrId, Qt::CaseInsensitive) == 0; };
    std::vector<Listed> beginning;
    for (const Listed& listed : *all) {
        if (is(listed.label) || is(listed.id.text()))
            return listed;
        if (listed.label.startsWith(labelOrId, Qt::CaseInsensitive))
            beginning.push_back(listed);
    }
    if (beginning.size() == 1)
        return beginning.front();
    if (beginning.empty())
        return Error{ErrorCode::UnknownIncident, labelOrId};
    QStringList candidates;
    for (const Listed& listed : beginning)
        candidates += listed.label;
    return Error{ErrorCode::AmbiguousIncident, candidates.join(QStringLiteral(", "))};
}

} // namespace warroom::journal
