// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/state.h"
#include "views/keyedrows.h"

#include <QDateTime>

namespace warroom::views {

/// Something that was said in an incident, found by its words.
struct HitRow {
    EntryId said; ///< Where the words stand,
    EntryId entry; ///< and the row of the timeline that they are about; null: none.
    IncidentId incident;
    QString label; ///< Of the incident, as its title.
    QString title;
    QDateTime time; ///< In the incident's zone.
    QString kind; ///< As entryWord().
    QString kindName;
    QString text;
    std::vector<std::pair<int, int>> found; ///< The words in the text: where each begins, and its length.

    EntryId key() const { return said; }
    bool operator==(const HitRow&) const = default;
};

class HitsModel : public KeyedRows<HitRow>
{
    Q_OBJECT

public:
    enum Role {
        HitRole = Qt::UserRole + 1, ///< HitRow
    };

    using KeyedRows::KeyedRows;

    void show(std::vector<HitRow> rows) { setRows(std::move(rows)); }

    QVariant data(const QModelIndex& index, int role) const override;
};

} // namespace warroom::views

Q_DECLARE_METATYPE(warroom::views::HitRow)
