import { routerProvider } from '@refinedev/react-router';

export { routerProvider };
