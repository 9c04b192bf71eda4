// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "timeline/completion.h"

#include <QWidget>

namespace warroom::timeline {

/// The suggestions above the line, a few at a time. Has no focus of its own: Tab in the line takes the current one.
class SuggestionBox : public QWidget
{
    Q_OBJECT

public:
    SuggestionBox(const style::Theme& theme, QWidget* parent);

    void show(const std::vector<Suggestion>& suggestions);
    /// Null when there is none.
    const Suggestion* current() const;
    void moveBy(int rows);
    /// How many rows are shown, and the first of them.
    int shownRows() const;
    int firstRow() const { return m_first; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void taken();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void select(int row);
    bool isCut() const;
    void paintRow(QPainter& painter, const QRect& row, int index) const;
    /// Of the first column.
    int insertWidth() const;
    QString countText() const;

    style::Theme m_theme;
    std::vector<Suggestion> m_suggestions;
    int m_current = 0;
    int m_first = 0;
};

} // namespace warroom::timeline
