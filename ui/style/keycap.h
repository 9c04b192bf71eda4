// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/plainlabel.h"

namespace warroom::style {

/// A key as it stands on the keyboard, in a small box.
class KeyCap : public PlainLabel
{
    Q_OBJECT

public:
    explicit KeyCap(const QString& keys, QWidget* parent = nullptr);
};

} // namespace warroom::style
