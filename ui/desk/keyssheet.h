// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"

class QGridLayout;

namespace warroom::desk {

enum class KeyGroup;

/// Every key, grouped, in plain words.
class KeysSheet : public Sheet
{
    Q_OBJECT

public:
    KeysSheet(const style::Theme& theme, QWidget* over);

    bool isPassing() const override { return true; }

protected:
    void confirm() override { leave(); }

private:
    /// `whole`: with what there is to say about each.
    void addGroup(QVBoxLayout& column, KeyGroup group, const QString& name, bool whole);
};

} // namespace warroom::desk
