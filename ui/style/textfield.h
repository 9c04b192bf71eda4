// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/growingedit.h"
#include "style/theme.h"

namespace warroom::style {

/// A field of a form for plain text: one line, or growing up to a number of them. Tab leaves it; into a field of one
/// line it comes to write it anew.
class TextField : public GrowingEdit
{
    Q_OBJECT

public:
    /// `name` is its accessible name: what stands before it.
    TextField(const QString& name, int maxLines, const Theme& theme, QWidget* parent);

    QString text() const { return toPlainText(); }
    /// As typed: the cursor stands behind it.
    void setText(const QString& text);

Q_SIGNALS:
    /// Enter in a field of one line.
    void entered();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace warroom::style
