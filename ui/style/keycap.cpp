// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/keycap.h"

#include "style/fonts.h"

namespace warroom::style {

KeyCap::KeyCap(const QString& keys, QWidget* parent) : PlainLabel(parent)
{
    setFont(monoFont(11));
    setText(keys);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace warroom::style
