// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/paneldelegate.h"

namespace warroom::desk {

/// "Pool is full … update overdue by 4 min" above "Ana Lopez leads · since 14:23 · Mitigating … Ctrl 1"; of a past one
/// its follow-ups.
class IncidentDelegate : public PanelDelegate
{
    Q_OBJECT

public:
    using PanelDelegate::PanelDelegate;

protected:
    Look look(const QModelIndex& index) const override;

private:
    Look open(const QModelIndex& index) const;
    Look past(const QModelIndex& index) const;
    void showUpdate(const QModelIndex& index, Look& look) const;
};

/// "The certificate expired" with the words searched for marked, above "14:31 · Note · INC-2026-01-31-001 · Pool is
/// full".
class HitDelegate : public PanelDelegate
{
    Q_OBJECT

public:
    using PanelDelegate::PanelDelegate;

protected:
    Look look(const QModelIndex& index) const override;
};

} // namespace warroom::desk
