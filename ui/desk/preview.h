// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/card.h"

namespace warroom::style {
class PlainLabel;
} // namespace warroom::style

namespace warroom::desk {

/// A text as it will leave the program, on a card that scrolls.
class Preview : public style::Card
{
    Q_OBJECT

public:
    Preview(const QFont& font, const style::Theme& theme, QWidget* parent);

    /// "PREVIEW · #incidents"; what stands behind the dot may be empty.
    void setPlace(const QString& place);
    void setText(const QString& text);

private:
    style::PlainLabel* m_head;
    style::PlainLabel* m_text;
};

} // namespace warroom::desk
