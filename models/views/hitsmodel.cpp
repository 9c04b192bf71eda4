// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hitsmodel.h"

namespace warroom::views {

QVariant HitsModel::data(const QModelIndex& index, int role) const
{
    const HitRow* row = rowAt(index);
    return row && role == HitRole ? QVariant::fromValue(*row) : QVariant();
}

} // namespace warroom::views
