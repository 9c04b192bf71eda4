// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QStyledItemDelegate>

namespace warroom::desk {

/// A row of a panel: a mark, what it is, and a smaller line about it. What they are for an index is said by a subclass.
class PanelDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PanelDelegate(const style::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The row for who cannot see it.
    QString spoken(const QModelIndex& index) const;

protected:
    struct Look {
        QString icon; ///< Else the letters, in a ring.
        QString letters;
        QColor mark; ///< Of icon or ring.
        QString title;
        QColor titleColour;
        QString detail;
        QColor detailColour;
        QString says{}; ///< What icon or letters mean, for who cannot see them; may be empty.
    };
    virtual Look look(const QModelIndex& index) const = 0;
    const style::Theme& theme() const { return m_theme; }

private:
    void paintMark(QPainter& painter, const QRect& where, const Look& look) const;

    style::Theme m_theme;
};

/// "AC" of "Alice Chen".
QString initials(const QString& name);

/// "Alice Chen" above "Incident Commander".
class RoleDelegate : public PanelDelegate
{
    Q_OBJECT

public:
    using PanelDelegate::PanelDelegate;

protected:
    Look look(const QModelIndex& index) const override;
};

/// "Drain prod-3" above "#2 · Dave Wong · 14:41"; of a follow-up "#5 · overdue 7 Feb · P1 · Dave Wong".
class ActionDelegate : public PanelDelegate
{
    Q_OBJECT

public:
    using PanelDelegate::PanelDelegate;

protected:
    Look look(const QModelIndex& index) const override;
};

/// "Pool is full" above "INC-2026-01-31-001 · P0 · Mitigating · update 14:45".
class IncidentDelegate : public PanelDelegate
{
    Q_OBJECT

public:
    using PanelDelegate::PanelDelegate;

protected:
    Look look(const QModelIndex& index) const override;
};

/// "Root cause", and whether somebody wrote it. The chosen one stays marked while its text has the keyboard.
class SectionDelegate : public PanelDelegate
{
    Q_OBJECT

public:
    using PanelDelegate::PanelDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    Look look(const QModelIndex& index) const override;
};

} // namespace warroom::desk
