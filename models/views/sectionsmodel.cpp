// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sectionsmodel.h"

namespace warroom::views {

void SectionsModel::show(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    std::vector<SectionRow> rows;
    for (const playbook::Section& section : playbook.postMortem.sections)
        rows.push_back({section.id, section.heading, state.sections.value(section.id).set()});
    setRows(std::move(rows));
}

QVariant SectionsModel::data(const QModelIndex& index, int role) const
{
    const SectionRow* row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case IdRole:
        return row->id;
    case HeadingRole:
    case Qt::AccessibleTextRole:
        return row->heading;
    case WrittenRole:
        return row->written;
    default:
        return {};
    }
}

QHash<int, QByteArray> SectionsModel::roleNames() const
{
    return {{IdRole, "sectionId"}, {HeadingRole, "heading"}, {WrittenRole, "written"}};
}

} // namespace warroom::views
