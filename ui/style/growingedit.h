// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace warroom::style {

/// Plain text without a frame or scroll bars, as high as its lines up to a number of them.
class GrowingEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `around` is what padding and border add to the height, in pixels.
    GrowingEdit(const QFont& font, const QColor& ground, int maxLines, int around, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    int maxLines() const { return m_maxLines; }
    void resizeEvent(QResizeEvent* event) override;

private:
    int m_maxLines;
    int m_around;
};

} // namespace warroom::style
