(globalThis.previews ??= {}).documents = {"lights-treaty":["Treaty of the Lights","Document · Treaty · 19 November 1990","The treaty on who lights which lantern."]}
