// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "style/theme.h"
#include "words/sentence.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace warroom::desk {

/// A row of a panel: a mark, what it is, and smaller lines about it, as high as they need. What they are for an index
/// is said by a subclass.
class PanelDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PanelDelegate(const style::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The row for who cannot see it.
    QString spoken(const QModelIndex& index) const;
    /// All of a long row, or its beginning again.
    void toggle(const QModelIndex& index);

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
        QString timer{}; ///< Ticks in a line of its own; may be empty.
        QString timerIcon{};
        QColor timerColour{};
        std::vector<words::Range> marks{}; ///< Pieces of the title, in strong type and underlined.
        QString tail{}; ///< What presses, at the end of the first line; with its icon, in its colour.
        QString tailIcon{};
        QColor tailColour{};
        QString keys{}; ///< What leads there, below it.
    };
    virtual Look look(const QModelIndex& index) const = 0;
    const style::Theme& theme() const { return m_theme; }

private:
    void paintMark(QPainter& painter, const QRect& where, const Look& look) const;
    static int tailWidth(const Look& look);
    /// In lines of the width that is left beside what stands at the end.
    static QStringList detailLines(const Look& look, int width);
    QStringList titleLines(const Look& look, const QModelIndex& index, int width) const;
    void paintTitle(QPainter& painter, const QRect& line, const Look& look, const QStringList& lines) const;
    void paintTail(QPainter& painter, const QRect& line, const Look& look) const;
    void paintKeys(QPainter& painter, const QRect& line, const Look& look) const;

    style::Theme m_theme;
    QPersistentModelIndex m_whole; ///< The row that is shown whole.
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

/// "Drain prod-3" above "#2 · Dave Wong · 14:41" and "07:12 left"; of a follow-up "#5 · overdue 7 Feb · P1 · Dave
/// Wong".
class ActionDelegate : public PanelDelegate
{
    Q_OBJECT

public:
    using PanelDelegate::PanelDelegate;

    /// What the timers are counted down to. Whoever sets it paints the rows anew.
    void setNow(Instant now) { m_now = now; }

protected:
    Look look(const QModelIndex& index) const override;

private:
    void addTimer(Look& look, const QModelIndex& index) const;

    Instant m_now{};
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
