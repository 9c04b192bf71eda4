// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"
#include "playbook/loader.h"

#include <QRegularExpression>

using namespace warroom;

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const Result<playbook::Playbook> loaded = playbook::load(fuzz::bytes(data, size), QStringLiteral("file"));
    if (loaded) {
        fuzz::require(!loaded->name.isEmpty(), "a playbook has a name");
        fuzz::require(
            !loaded->severities.empty() && !loaded->statuses.empty(), "a playbook has severities and statuses");
        return 0;
    }
    static const QRegularExpression form(QStringLiteral("^file:[1-9][0-9]*:[1-9][0-9]*: ."));
    fuzz::require(loaded.error().code == ErrorCode::BadPlaybook, "what is no playbook is a bad playbook");
    fuzz::require(form.match(loaded.error().detail).hasMatch(), "an error has its line and column");
    return 0;
}
