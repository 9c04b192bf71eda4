// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wording.h"

using namespace Qt::StringLiterals;

namespace warroom::report {

QString shownName(const incident::IncidentState& state, PersonId person)
{
    const incident::Person* known = state.person(person);
    if (!known)
        return u"somebody unknown"_s;
    const QString name = known->shown();
    return name.isEmpty() ? redactedMark : name;
}

QString written(const incident::IncidentState& state, const incident::Field<QString>& field)
{
    const incident::Entry* entry = state.entry(field.rank.entry);
    return entry && entry->redacted ? redactedMark : field.value;
}

} // namespace warroom::report
