// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/draft.h"

/// One function for each verb. The cursor stands behind the verb; the error of something missing is BadForm without
/// detail.
namespace warroom::capture::forms {

/// Something is missing, or is there that does not belong.
inline Error badForm() { return {ErrorCode::BadForm, {}}; }
/// "3" or "#3"; none for any other word.
std::optional<int> numberIn(const QString& word);

Result<incident::Command> severity(Draft& draft);
Result<incident::Command> status(Draft& draft);
Result<incident::Command> began(Draft& draft);
Result<incident::Command> detected(Draft& draft);
Result<incident::Command> acknowledged(Draft& draft);
Result<incident::Command> mitigated(Draft& draft);
Result<incident::Command> resolve(Draft& draft);
Result<incident::Command> close(Draft& draft);
Result<incident::Command> title(Draft& draft);
Result<incident::Command> impact(Draft& draft);
Result<incident::Command> update(Draft& draft);
Result<incident::Command> declare(Draft& draft);

Result<incident::Command> role(Draft& draft);
Result<incident::Command> followUp(Draft& draft);
Result<incident::Command> owner(Draft& draft);
Result<incident::Command> done(Draft& draft);
Result<incident::Command> start(Draft& draft);
Result<incident::Command> drop(Draft& draft);
Result<incident::Command> section(Draft& draft);

Result<incident::Command> tick(Draft& draft);
Result<incident::Command> skip(Draft& draft);
Result<incident::Command> seen(Draft& draft);
Result<incident::Command> output(Draft& draft);
Result<incident::Command> set(Draft& draft);

Result<incident::Command> alert(Draft& draft);

} // namespace warroom::capture::forms
