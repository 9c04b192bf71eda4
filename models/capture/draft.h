// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/cursor.h"

namespace warroom::capture {

/// A reading in the making.
struct Draft {
    Draft(const QString& line, const Situation& given);

    const Situation& situation;
    Cursor cursor;
    Reading reading;
    bool pinned = false;

    /// The first reason stays.
    void refuse(const Error& error);
    void confirm(ErrorCode code, const QString& detail);

    /// These read one piece and go past it, or return false and leave everything as it was. A time that is refused
    /// and a name that several people answer to are pieces too.
    bool takeWhen();
    bool takePerson(std::optional<incident::PersonRef>& into);
};

} // namespace warroom::capture
