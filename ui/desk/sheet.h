// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "style/button.h"
#include "style/theme.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace warroom::style {
class PlainLabel;
class ScrollArea;
} // namespace warroom::style

namespace warroom::desk {

/// A form over the desk. It is no dialog: the clocks go on, Esc leaves it at once and Ctrl+Enter confirms it. What was
/// typed into it is there when it is opened again. Where it has less room than it needs it scrolls.
class Sheet : public QWidget
{
    Q_OBJECT

public:
    /// As large as `size` where the desk has the room; as high as what it holds where the height is zero. `over` owns
    /// it.
    Sheet(const style::Theme& theme, const QString& title, QSize size, QWidget* over);

    /// This much of the window's height above it is not covered, in pixels.
    void leaveFree(int above);
    /// Into sight, with the keyboard, in the field that had it last.
    void come();
    void leave();
    /// Out of sight; gone only where nothing was typed into it.
    void putAway();
    /// Nothing that is filled in: it goes when another sheet comes.
    virtual bool isPassing() const { return false; }
    /// Why something was not done; an empty one takes the last away.
    void showProblem(const QString& problem);
    /// What somebody typed into it, field by field.
    virtual QStringList typed() const;
    /// Once a second, for what counts down in it.
    virtual void showClocks(Instant) { }

Q_SIGNALS:
    /// It is no longer shown, confirmed or not.
    void left();
    /// It is out of sight, with what was typed into it.
    void kept();
    void placed();

protected:
    /// What Ctrl+Enter and the button do.
    virtual void confirm() = 0;

    const style::Theme& theme() const { return m_theme; }
    /// Beside the title, on the left and on the right.
    QHBoxLayout& head() { return *m_head; }
    QVBoxLayout& body() { return *m_body; }
    /// What stands before the buttons.
    QHBoxLayout& foot() { return *m_foot; }
    /// An empty one takes no room.
    void setTitle(const QString& title);
    /// The button that confirms; made by the caller.
    void addConfirm(style::Button* button);
    /// A row of the form: a label and what is filled in. Gives the label.
    style::PlainLabel* addRow(const QString& label, QWidget* field);
    style::PlainLabel* addRow(const QString& label, QLayout* field);
    /// A place for addRow in this layout; the rows go there from now on.
    void beginRows(QVBoxLayout& into);

    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void place();
    /// Scrolls to whatever has the keyboard.
    void showFocus();
    /// The controls of the form, as one reads.
    std::vector<QWidget*> tabStops() const;

    style::Theme m_theme;
    QSize m_size;
    int m_above = 0;
    QWidget* m_card;
    style::PlainLabel* m_title;
    style::PlainLabel* m_problem;
    QHBoxLayout* m_head;
    style::ScrollArea* m_scroll;
    QVBoxLayout* m_body;
    QHBoxLayout* m_foot;
    QVBoxLayout* m_rows = nullptr;
};

} // namespace warroom::desk
