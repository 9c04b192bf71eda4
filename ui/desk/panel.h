// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/card.h"

#include <QListView>

class QHBoxLayout;

namespace warroom::desk {

/// A small list of a panel, as high as its rows where there is room.
class PanelList : public QListView
{
    Q_OBJECT

public:
    PanelList(const QString& name, QWidget* parent);

    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter or a click on the row.
    void chosen(const QModelIndex& index);
    /// A key that acts on the current row: the text of the key.
    void typed(const QModelIndex& index, const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
};

/// A card of the side column: a heading, its key, and a list.
class Panel : public style::Card
{
    Q_OBJECT

public:
    Panel(const style::Theme& theme, const QString& title, const QString& keys, QAbstractItemModel* model,
        QWidget* parent);

    PanelList& list() { return *m_list; }

private:
    PanelList* m_list;
};

} // namespace warroom::desk
