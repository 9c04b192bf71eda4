// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/keytable.h"
#include "style/card.h"

#include <QListView>

#include <functional>
#include <map>

namespace warroom::style {
class PlainLabel;
} // namespace warroom::style

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
    void doItemsLayout() override;

    /// What the key of this act does with the current row; any other letter belongs into the line.
    void onKey(Act act, std::function<void(const QModelIndex&)> run) { m_acts.insert_or_assign(act, std::move(run)); }

Q_SIGNALS:
    /// Enter or a click on the row.
    void chosen(const QModelIndex& index);
    /// A key that acts on the current row: the text of the key.
    void typed(const QModelIndex& index, const QString& text);
    void takeBackAsked();
    void sayAgainAsked();
    /// Up on the first row.
    void leftUpwards();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    /// False where the key is none of an act's.
    bool perform(const QKeyEvent& event);
    /// Of the first rows.
    int heightOf(int most) const;

    std::map<Act, std::function<void(const QModelIndex&)>> m_acts;
};

/// A card of the side column: a heading, its key, and a list.
class Panel : public style::Card
{
    Q_OBJECT

public:
    Panel(const style::Theme& theme, const QString& title, const QString& keys, QAbstractItemModel* model,
        QWidget* parent);

    /// Its model is one over that of the panel.
    PanelList& list() { return *m_list; }

protected:
    /// What is late in the list, beside the heading; empty where nothing is.
    void setAlarm(const QString& text);

private:
    style::Theme m_theme;
    PanelList* m_list;
    style::PlainLabel* m_sign;
    style::PlainLabel* m_alarm;
};

} // namespace warroom::desk
