// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLabel>

class QTextLayout;

namespace warroom::style {

/// The one label of the program: received text is only ever text, in it and in its tool tip.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    /// What happens when there is not enough room.
    enum class Fit {
        Whole, ///< Takes the room it needs.
        Elided, ///< Ends in "…", the whole text in the tool tip.
    };

    explicit PlainLabel(QWidget* parent = nullptr);
    PlainLabel(const QFont& font, const QColor& colour, QWidget* parent = nullptr, Fit fit = Fit::Whole);

    /// Plain text, wherever it comes from.
    void setPlainToolTip(const QString& text);
    void setColour(const QColor& colour);

    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool isCut() const;
    /// Whether one word alone is wider: QLabel breaks between words only, and cuts it.
    bool breaksWords(int width) const;
    /// In lines of this width, broken within a word where need be; gives their height.
    int layOut(QTextLayout& layout, int width) const;

    Fit m_fit = Fit::Whole;
};

/// For whoever shows a tool tip without a label: as text, never as markup.
QString plainToolTip(const QString& text);
void setPlainToolTip(QWidget& widget, const QString& text);

} // namespace warroom::style
