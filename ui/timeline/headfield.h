// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/textfield.h"

namespace warroom::timeline {

/// The small field in the timeline's head.
class HeadField : public style::TextField
{
    Q_OBJECT

public:
    HeadField(const style::Theme& theme, QWidget* parent);

    /// Becomes the field for this, empty.
    void beginFor(const QString& name, const QString& hint);

Q_SIGNALS:
    /// Esc.
    void left();
    /// Up or Down: to the rows.
    void rowsWanted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace warroom::timeline
