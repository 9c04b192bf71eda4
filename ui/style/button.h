// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QPushButton>

namespace warroom::style {

/// A button that says its key.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Tone { Plain, Accent, Danger };

    /// `keys` may be empty; it is shown, not connected.
    Button(const QString& text, const QString& keys, Tone tone, const Theme& theme, QWidget* parent);

    /// The one that a page is there for.
    void enlarge();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QColor fill() const;

    Theme m_theme;
    QString m_keys;
    Tone m_tone;
    int m_height;
    int m_sides;
};

} // namespace warroom::style
