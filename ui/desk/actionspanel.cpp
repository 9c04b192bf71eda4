// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/actionspanel.h"

#include "desk/paneldelegate.h"
#include "views/actionsmodel.h"
#include "words/translate.h"

namespace warroom::desk {

using views::ActionsModel;

ActionsPanel::ActionsPanel(const style::Theme& theme, ActionsModel* model, QWidget* parent)
    : Panel(theme, tr("Actions"), {}, model, parent), m_delegate(new ActionDelegate(theme, this))
{
    list().setItemDelegate(m_delegate);
    list().onKey(Act::Details, [this](const QModelIndex& index) { m_delegate->toggle(index); });
}

void ActionsPanel::showClocks(Instant now)
{
    m_delegate->setNow(now);
    int over = 0;
    for (int row = 0; row < list().model()->rowCount(); ++row) {
        const QModelIndex index = list().model()->index(row, 0);
        const QDateTime ends = index.data(ActionsModel::TimerEndsRole).toDateTime();
        if (!ends.isValid())
            continue;
        over += toInstant(ends) < now ? 1 : 0;
        list().update(index);
    }
    setAlarm(over == 0 ? QString() : words::counted(over, tr("1 timer over"), tr("%n timers over", nullptr, over)));
}

} // namespace warroom::desk
