"""Pages taken one by one, without a run: `fetching` gets those a person names, `cleaning` cleans one, `golden` records a case of it."""
