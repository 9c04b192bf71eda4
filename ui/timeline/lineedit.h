// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "style/growingedit.h"
#include "style/theme.h"

namespace warroom::timeline {

class LineColours;

/// The plain text of the line: one to six lines high, coloured by what its pieces are taken for.
class LineEdit : public style::GrowingEdit
{
    Q_OBJECT

public:
    LineEdit(const style::Theme& theme, QWidget* parent);

    /// While suggestions are shown, Tab, Up, Down and Esc are theirs.
    void setSuggesting(bool suggesting) { m_suggesting = suggesting; }
    void colour(const std::vector<capture::Span>& spans);
    /// Replaces a piece of the text as if it were typed, the cursor behind it.
    void replace(int start, int length, const QString& text);
    /// Whether the last change left nothing of the text before and put another in its place.
    bool isTypedOver() const;

Q_SIGNALS:
    /// The text is another one; colouring alone does not count.
    void edited();
    void entered();
    void escaped();
    void suggestionTaken();
    void suggestionMoved(int by);
    /// Keys that mean something else while there is text.
    void takeBackAsked();
    void sayAgainAsked();
    void lastAsked();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void compare();
    bool takenBySuggestions(QKeyEvent* event);
    bool takenByEmptyLine(QKeyEvent* event);

    LineColours* m_colours;
    QString m_text;
    bool m_suggesting = false;
    bool m_replaced = false; ///< All that stood there.
};

} // namespace warroom::timeline
